-- AlterTable
ALTER TABLE "Profile" ADD COLUMN "dailyDay" TEXT;
ALTER TABLE "Profile" ADD COLUMN "dailyDueAt" DATETIME;

-- CreateTable
CREATE TABLE "AlertSettings" (
    "ownerId" TEXT NOT NULL PRIMARY KEY,
    "offTypes" TEXT NOT NULL,
    "offMinerals" TEXT NOT NULL,
    "quietDays" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "reviewDay" INTEGER NOT NULL,
    "reviewHour" INTEGER NOT NULL,
    "mail" TEXT NOT NULL,
    "mailOffTypes" TEXT NOT NULL,
    "mailDetails" BOOLEAN NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "AlertSettings_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "ownerId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "episode" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "nutrients" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "gravity" INTEGER NOT NULL,
    "firstSeen" TEXT NOT NULL,
    "lastSeen" TEXT NOT NULL,
    "mean" REAL,
    "probability" REAL,
    "days" INTEGER,
    "resolvedOn" TEXT,
    "resolvedBy" TEXT,
    "resolvedMean" REAL,
    "resolvedWords" TEXT,
    "readAt" DATETIME,
    "mailId" TEXT,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "key", "episode"),
    CONSTRAINT "Notice_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mail" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "messageId" TEXT NOT NULL,
    "problem" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "Mail_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Mail_state_nextAt_idx" ON "Mail"("state", "nextAt");

-- CreateIndex
CREATE INDEX "Profile_dailyDueAt_ownerId_idx" ON "Profile"("dailyDueAt", "ownerId");
