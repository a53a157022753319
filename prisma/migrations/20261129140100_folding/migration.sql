-- Names, quotations and words are folded by one table now: docs/decisions/folding.md. What is stored of them is made anew
-- by after.sql.
SELECT 1;
