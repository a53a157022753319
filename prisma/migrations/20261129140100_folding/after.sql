SELECT refresh_all_words();
SELECT refresh_all_names();
SELECT refresh_all_search();
