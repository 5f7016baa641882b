-- What H2 calls bytes of any length, so that one `create table` serves both.
create domain longblob as bytea;
