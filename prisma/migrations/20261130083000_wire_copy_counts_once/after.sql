SELECT refresh_all_facts();
