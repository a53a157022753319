SELECT refresh_all_claim_signs();
