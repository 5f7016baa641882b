-- Which instance wrote it, and which of its rows it is: what was counted when it was written is passed
-- over when it is read. Instances of older versions write none.
alter table change_log add column mark varchar(64);
