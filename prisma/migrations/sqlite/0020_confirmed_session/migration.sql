-- AlterTable
ALTER TABLE "Session" ADD COLUMN "confirmedAt" DATETIME;
