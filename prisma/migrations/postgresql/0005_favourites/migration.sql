-- CreateTable
CREATE TABLE "Favourite" (
    "ownerId" TEXT NOT NULL,
    "foodId" TEXT NOT NULL,
    "portion" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Favourite_pkey" PRIMARY KEY ("ownerId","foodId")
);

-- AddForeignKey
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
