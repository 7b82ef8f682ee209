-- CreateTable
CREATE TABLE "LimitUse" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "used" INTEGER NOT NULL,
    "endsAt" REAL NOT NULL
);

-- CreateIndex
CREATE INDEX "LimitUse_endsAt_idx" ON "LimitUse"("endsAt");
