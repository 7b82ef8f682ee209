-- CreateTable
CREATE TABLE "Supplement" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "doseLabel" TEXT NOT NULL,
    "contents" TEXT NOT NULL,
    "schedule" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "Supplement_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_DiaryEntry" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "time" TEXT,
    "meal" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "foodId" TEXT NOT NULL,
    "foodName" TEXT NOT NULL,
    "grams" REAL,
    "portionId" TEXT,
    "portionLabel" TEXT,
    "portionCount" REAL,
    "preparation" TEXT,
    "note" TEXT,
    "prescribed" TEXT,
    "magnesium" REAL,
    "zinc" REAL,
    "calcium" REAL,
    "iron" REAL,
    "selenium" REAL,
    "potassium" REAL,
    "vitaminD" REAL,
    "vitaminC" REAL,
    "phytate" REAL,
    "fibre" REAL,
    "energy" REAL,
    "protein" REAL,
    "sodium" REAL,
    "phosphorus" REAL,
    "copper" REAL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "DiaryEntry_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_DiaryEntry" ("calcium", "copper", "createdAt", "date", "deletedAt", "energy", "fibre", "foodId", "foodName", "grams", "id", "iron", "kind", "magnesium", "meal", "note", "ownerId", "phosphorus", "phytate", "portionCount", "portionId", "portionLabel", "potassium", "preparation", "protein", "selenium", "sodium", "time", "updatedAt", "vitaminC", "vitaminD", "zinc") SELECT "calcium", "copper", "createdAt", "date", "deletedAt", "energy", "fibre", "foodId", "foodName", "grams", "id", "iron", "kind", "magnesium", "meal", "note", "ownerId", "phosphorus", "phytate", "portionCount", "portionId", "portionLabel", "potassium", "preparation", "protein", "selenium", "sodium", "time", "updatedAt", "vitaminC", "vitaminD", "zinc" FROM "DiaryEntry";
DROP TABLE "DiaryEntry";
ALTER TABLE "new_DiaryEntry" RENAME TO "DiaryEntry";
CREATE INDEX "DiaryEntry_ownerId_date_idx" ON "DiaryEntry"("ownerId", "date");
CREATE INDEX "DiaryEntry_deletedAt_idx" ON "DiaryEntry"("deletedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
