-- A cell may hold words or a choice: an entry then keeps these instead of a number.
alter table figure_entry add column words text check (length(words) between 1 and 500);
alter table figure_entry add constraint figure_entry_one_value check (value is null or words is null);
