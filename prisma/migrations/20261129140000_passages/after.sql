SELECT withdraw_without_passage();
