-- A plan that was not changed since it was made has the version of that instant.
ALTER TABLE "PlannedFood" ADD COLUMN "updatedAt" TIMESTAMP(3);
UPDATE "PlannedFood" SET "updatedAt" = "createdAt";
ALTER TABLE "PlannedFood" ALTER COLUMN "updatedAt" SET NOT NULL;

ALTER TABLE "Profile" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;
