-- AlterTable
ALTER TABLE "Profile" ADD COLUMN "excludedFoods" TEXT NOT NULL DEFAULT '[]';
