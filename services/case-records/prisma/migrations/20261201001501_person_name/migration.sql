-- Whole lists of names are looked up at once: the files of evidence that a clerk drops.
create index person_name_idx on person (name);
