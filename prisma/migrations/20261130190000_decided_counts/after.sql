SELECT count_all_decided();
