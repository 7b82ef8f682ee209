-- CreateTable
CREATE TABLE "PlannedFood" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "meal" TEXT NOT NULL,
    "foodId" TEXT NOT NULL,
    "amount" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "PlannedFood_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PlannedFood_ownerId_date_idx" ON "PlannedFood"("ownerId", "date");

-- CreateIndex
CREATE INDEX "PlannedFood_date_idx" ON "PlannedFood"("date");
