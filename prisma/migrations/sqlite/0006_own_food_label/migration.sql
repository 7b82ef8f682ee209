-- AlterTable
ALTER TABLE "OwnFood" ADD COLUMN "barcode" TEXT;
ALTER TABLE "OwnFood" ADD COLUMN "estimateFoodId" TEXT;
ALTER TABLE "OwnFood" ADD COLUMN "label" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "OwnFood_ownerId_barcode_key" ON "OwnFood"("ownerId", "barcode");
