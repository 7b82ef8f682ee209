-- AlterTable
ALTER TABLE "DiaryEntry" ADD COLUMN "typed" TEXT;
