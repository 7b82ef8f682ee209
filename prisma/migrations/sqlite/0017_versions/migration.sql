-- A plan that was not changed since it was made has the version of that instant. Nothing refers to a plan.
CREATE TABLE "new_PlannedFood" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "meal" TEXT NOT NULL,
    "foodId" TEXT NOT NULL,
    "amount" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "PlannedFood_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_PlannedFood" ("ownerId", "id", "date", "meal", "foodId", "amount", "createdAt", "updatedAt")
  SELECT "ownerId", "id", "date", "meal", "foodId", "amount", "createdAt", "createdAt" FROM "PlannedFood";
DROP TABLE "PlannedFood";
ALTER TABLE "new_PlannedFood" RENAME TO "PlannedFood";
CREATE INDEX "PlannedFood_ownerId_date_idx" ON "PlannedFood"("ownerId", "date");
CREATE INDEX "PlannedFood_date_idx" ON "PlannedFood"("date");

ALTER TABLE "Profile" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;
