-- AlterTable
ALTER TABLE "User" ADD COLUMN "administrator" BOOLEAN NOT NULL DEFAULT false;

-- Whoever came first runs this server, as far as it can tell. Sample accounts have no address.
UPDATE "User" SET "administrator" = true
WHERE "id" = (SELECT "id" FROM "User" WHERE "email" IS NOT NULL ORDER BY "createdAt", "id" LIMIT 1);
