-- CreateTable
CREATE TABLE "AlertState" (
    "ownerId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "acknowledgedAt" DATETIME,
    "fingerprint" TEXT,
    "mutedUntil" TEXT,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "key"),
    CONSTRAINT "AlertState_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
