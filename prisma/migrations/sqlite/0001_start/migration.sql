-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT,
    "passwordHash" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME
);

-- CreateTable
CREATE TABLE "Session" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "userAgent" TEXT,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "Session_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Token" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "lastUsedAt" DATETIME,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "Token_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Profile" (
    "ownerId" TEXT NOT NULL PRIMARY KEY,
    "birthDate" TEXT,
    "sex" TEXT,
    "lifeStage" TEXT NOT NULL,
    "standard" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "weightKg" REAL,
    "diet" TEXT NOT NULL,
    "exclusions" TEXT NOT NULL,
    "conditions" TEXT NOT NULL,
    "medicines" TEXT NOT NULL,
    "units" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Profile_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TargetOverride" (
    "ownerId" TEXT NOT NULL,
    "nutrient" TEXT NOT NULL,
    "target" REAL NOT NULL,
    "reason" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "nutrient"),
    CONSTRAINT "TargetOverride_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OwnFood" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "portions" TEXT NOT NULL,
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

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "OwnFood_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DiaryEntry" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "time" TEXT,
    "meal" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "foodId" TEXT NOT NULL,
    "foodName" TEXT NOT NULL,
    "grams" REAL NOT NULL,
    "portionId" TEXT,
    "portionLabel" TEXT,
    "portionCount" REAL,
    "preparation" TEXT,
    "note" TEXT,
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

-- CreateTable
CREATE TABLE "DiaryDay" (
    "ownerId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "complete" BOOLEAN NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "date"),
    CONSTRAINT "DiaryDay_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_expiresAt_idx" ON "User"("expiresAt");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Token_hash_key" ON "Token"("hash");

-- CreateIndex
CREATE INDEX "DiaryEntry_ownerId_date_idx" ON "DiaryEntry"("ownerId", "date");

-- CreateIndex
CREATE INDEX "DiaryEntry_deletedAt_idx" ON "DiaryEntry"("deletedAt");
