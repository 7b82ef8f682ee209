-- AlterTable
ALTER TABLE "User" ADD COLUMN "productHintClosed" BOOLEAN NOT NULL DEFAULT false;
