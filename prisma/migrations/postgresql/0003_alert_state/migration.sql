-- CreateTable
CREATE TABLE "AlertState" (
    "ownerId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "acknowledgedAt" TIMESTAMP(3),
    "fingerprint" TEXT,
    "mutedUntil" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AlertState_pkey" PRIMARY KEY ("ownerId","key")
);

-- AddForeignKey
ALTER TABLE "AlertState" ADD CONSTRAINT "AlertState_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
