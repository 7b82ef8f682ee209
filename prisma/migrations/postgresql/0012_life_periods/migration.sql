-- CreateTable
CREATE TABLE "LifePeriod" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "weightKg" DOUBLE PRECISION,
    "fromDate" TEXT,
    "toDate" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LifePeriod_pkey" PRIMARY KEY ("ownerId","id")
);

-- AddForeignKey
ALTER TABLE "LifePeriod" ADD CONSTRAINT "LifePeriod_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a profile said until now held for every day, and still does: since an unknown day.
INSERT INTO "LifePeriod" ("ownerId", "id", "kind", "weightKg", "fromDate", "toDate", "updatedAt")
SELECT "ownerId", '11111111-1111-4111-8111-111111111111', "lifeStage", NULL, NULL, NULL, "updatedAt"
FROM "Profile" WHERE "lifeStage" <> 'none';
INSERT INTO "LifePeriod" ("ownerId", "id", "kind", "weightKg", "fromDate", "toDate", "updatedAt")
SELECT "ownerId", '22222222-2222-4222-8222-222222222222', 'weight', "weightKg", NULL, NULL, "updatedAt"
FROM "Profile" WHERE "weightKg" IS NOT NULL;

-- AlterTable
ALTER TABLE "Profile" DROP COLUMN "lifeStage";
ALTER TABLE "Profile" DROP COLUMN "weightKg";
