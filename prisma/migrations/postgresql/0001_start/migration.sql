-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("ownerId","id")
);

-- CreateTable
CREATE TABLE "Token" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "lastUsedAt" TIMESTAMP(3),

    CONSTRAINT "Token_pkey" PRIMARY KEY ("ownerId","id")
);

-- CreateTable
CREATE TABLE "Profile" (
    "ownerId" TEXT NOT NULL,
    "birthDate" TEXT,
    "sex" TEXT,
    "lifeStage" TEXT NOT NULL,
    "standard" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "weightKg" DOUBLE PRECISION,
    "diet" TEXT NOT NULL,
    "exclusions" TEXT NOT NULL,
    "conditions" TEXT NOT NULL,
    "medicines" TEXT NOT NULL,
    "units" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Profile_pkey" PRIMARY KEY ("ownerId")
);

-- CreateTable
CREATE TABLE "TargetOverride" (
    "ownerId" TEXT NOT NULL,
    "nutrient" TEXT NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "reason" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TargetOverride_pkey" PRIMARY KEY ("ownerId","nutrient")
);

-- CreateTable
CREATE TABLE "OwnFood" (
    "ownerId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "portions" TEXT NOT NULL,
    "magnesium" DOUBLE PRECISION,
    "zinc" DOUBLE PRECISION,
    "calcium" DOUBLE PRECISION,
    "iron" DOUBLE PRECISION,
    "selenium" DOUBLE PRECISION,
    "potassium" DOUBLE PRECISION,
    "vitaminD" DOUBLE PRECISION,
    "vitaminC" DOUBLE PRECISION,
    "phytate" DOUBLE PRECISION,
    "fibre" DOUBLE PRECISION,
    "energy" DOUBLE PRECISION,
    "protein" DOUBLE PRECISION,
    "sodium" DOUBLE PRECISION,
    "phosphorus" DOUBLE PRECISION,
    "copper" DOUBLE PRECISION,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OwnFood_pkey" PRIMARY KEY ("ownerId","id")
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
    "grams" DOUBLE PRECISION NOT NULL,
    "portionId" TEXT,
    "portionLabel" TEXT,
    "portionCount" DOUBLE PRECISION,
    "preparation" TEXT,
    "note" TEXT,
    "magnesium" DOUBLE PRECISION,
    "zinc" DOUBLE PRECISION,
    "calcium" DOUBLE PRECISION,
    "iron" DOUBLE PRECISION,
    "selenium" DOUBLE PRECISION,
    "potassium" DOUBLE PRECISION,
    "vitaminD" DOUBLE PRECISION,
    "vitaminC" DOUBLE PRECISION,
    "phytate" DOUBLE PRECISION,
    "fibre" DOUBLE PRECISION,
    "energy" DOUBLE PRECISION,
    "protein" DOUBLE PRECISION,
    "sodium" DOUBLE PRECISION,
    "phosphorus" DOUBLE PRECISION,
    "copper" DOUBLE PRECISION,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "DiaryEntry_pkey" PRIMARY KEY ("ownerId","id")
);

-- CreateTable
CREATE TABLE "DiaryDay" (
    "ownerId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "complete" BOOLEAN NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DiaryDay_pkey" PRIMARY KEY ("ownerId","date")
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

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Token" ADD CONSTRAINT "Token_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetOverride" ADD CONSTRAINT "TargetOverride_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnFood" ADD CONSTRAINT "OwnFood_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiaryEntry" ADD CONSTRAINT "DiaryEntry_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiaryDay" ADD CONSTRAINT "DiaryDay_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
