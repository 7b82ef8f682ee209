-- CreateTable
CREATE TABLE "LimitUse" (
    "key" TEXT NOT NULL,
    "used" INTEGER NOT NULL,
    "endsAt" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "LimitUse_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "LimitUse_endsAt_idx" ON "LimitUse"("endsAt");
