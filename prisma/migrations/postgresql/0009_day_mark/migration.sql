-- A mark that was taken back stood as "complete" = false. From now on false is the person's word that something is
-- missing, and where nothing was said there is no row.
DELETE FROM "DiaryDay" WHERE NOT "complete";
