-- AlterTable
ALTER TABLE "Profile" ADD COLUMN     "dailyDay" TEXT,
ADD COLUMN     "dailyDueAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "AlertSettings" (
    "ownerId" TEXT NOT NULL,
    "offTypes" TEXT NOT NULL,
    "offMinerals" TEXT NOT NULL,
    "quietDays" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "reviewDay" INTEGER NOT NULL,
    "reviewHour" INTEGER NOT NULL,
    "mail" TEXT NOT NULL,
    "mailOffTypes" TEXT NOT NULL,
    "mailDetails" BOOLEAN NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AlertSettings_pkey" PRIMARY KEY ("ownerId")
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
    "mean" DOUBLE PRECISION,
    "probability" DOUBLE PRECISION,
    "days" INTEGER,
    "resolvedOn" TEXT,
    "resolvedBy" TEXT,
    "resolvedMean" DOUBLE PRECISION,
    "resolvedWords" TEXT,
    "readAt" TIMESTAMP(3),
    "mailId" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("ownerId","key","episode")
);

-- CreateTable
CREATE TABLE "Mail" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "nextAt" TIMESTAMP(3) NOT NULL,
    "messageId" TEXT NOT NULL,
    "problem" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("ownerId","id")
);

-- CreateIndex
CREATE INDEX "Mail_state_nextAt_idx" ON "Mail"("state", "nextAt");

-- CreateIndex
CREATE INDEX "Profile_dailyDueAt_ownerId_idx" ON "Profile"("dailyDueAt", "ownerId");

-- AddForeignKey
ALTER TABLE "AlertSettings" ADD CONSTRAINT "AlertSettings_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
