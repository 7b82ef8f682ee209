-- AlterTable
ALTER TABLE "Notice" ADD COLUMN "pushId" TEXT;

-- CreateTable
CREATE TABLE "PushSubscription" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nothingHour" INTEGER,
    "doses" BOOLEAN NOT NULL,
    "alerts" BOOLEAN NOT NULL,
    "details" BOOLEAN NOT NULL,
    "quietFrom" INTEGER NOT NULL,
    "quietTo" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "lastSentAt" DATETIME,
    "failures" INTEGER NOT NULL,
    "dueAt" DATETIME,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "PushSubscription_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PushSubscription_ownerId_sessionId_fkey" FOREIGN KEY ("ownerId", "sessionId") REFERENCES "Session" ("ownerId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PushMessage" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "problem" TEXT,
    "stoppedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "id"),
    CONSTRAINT "PushMessage_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PushMessage_ownerId_subscriptionId_fkey" FOREIGN KEY ("ownerId", "subscriptionId") REFERENCES "PushSubscription" ("ownerId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PushSubscription_dueAt_ownerId_idx" ON "PushSubscription"("dueAt", "ownerId");

-- CreateIndex
CREATE INDEX "PushSubscription_endpoint_idx" ON "PushSubscription"("endpoint");

-- CreateIndex
CREATE UNIQUE INDEX "PushSubscription_ownerId_sessionId_key" ON "PushSubscription"("ownerId", "sessionId");

-- CreateIndex
CREATE INDEX "PushMessage_state_nextAt_idx" ON "PushMessage"("state", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "PushMessage_ownerId_subscriptionId_key_key" ON "PushMessage"("ownerId", "subscriptionId", "key");
