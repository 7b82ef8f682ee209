-- AlterTable
ALTER TABLE "DiaryEntry" ADD COLUMN "folate" REAL;
ALTER TABLE "DiaryEntry" ADD COLUMN "manganese" REAL;
ALTER TABLE "DiaryEntry" ADD COLUMN "retinol" REAL;
ALTER TABLE "DiaryEntry" ADD COLUMN "vitaminA" REAL;
ALTER TABLE "DiaryEntry" ADD COLUMN "vitaminB12" REAL;
ALTER TABLE "DiaryEntry" ADD COLUMN "vitaminK" REAL;

-- AlterTable
ALTER TABLE "OwnFood" ADD COLUMN "folate" REAL;
ALTER TABLE "OwnFood" ADD COLUMN "manganese" REAL;
ALTER TABLE "OwnFood" ADD COLUMN "retinol" REAL;
ALTER TABLE "OwnFood" ADD COLUMN "vitaminA" REAL;
ALTER TABLE "OwnFood" ADD COLUMN "vitaminB12" REAL;
ALTER TABLE "OwnFood" ADD COLUMN "vitaminK" REAL;
