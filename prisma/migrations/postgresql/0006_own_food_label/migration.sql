-- AlterTable
ALTER TABLE "OwnFood" ADD COLUMN     "barcode" TEXT,
ADD COLUMN     "estimateFoodId" TEXT,
ADD COLUMN     "label" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "OwnFood_ownerId_barcode_key" ON "OwnFood"("ownerId", "barcode");
