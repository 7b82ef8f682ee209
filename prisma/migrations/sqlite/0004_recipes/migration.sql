-- AlterTable
ALTER TABLE "DiaryEntry" ADD COLUMN "lowerBounds" TEXT;

-- CreateTable
CREATE TABLE "Recipe" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "servings" REAL NOT NULL,
    "yieldGrams" REAL,
    "instructions" TEXT,
    "ingredients" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "Recipe_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
