-- Until now whom a description means counted as who said it, for readers too.
SELECT refresh_all_facts();
SELECT refresh_all_search();
