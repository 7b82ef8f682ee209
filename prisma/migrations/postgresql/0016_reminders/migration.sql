-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "pushId" TEXT;

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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "lastSentAt" TIMESTAMP(3),
    "failures" INTEGER NOT NULL,
    "dueAt" TIMESTAMP(3),

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("ownerId","id")
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
    "nextAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "problem" TEXT,
    "stoppedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PushMessage_pkey" PRIMARY KEY ("ownerId","id")
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

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_ownerId_sessionId_fkey" FOREIGN KEY ("ownerId", "sessionId") REFERENCES "Session"("ownerId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushMessage" ADD CONSTRAINT "PushMessage_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushMessage" ADD CONSTRAINT "PushMessage_ownerId_subscriptionId_fkey" FOREIGN KEY ("ownerId", "subscriptionId") REFERENCES "PushSubscription"("ownerId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
