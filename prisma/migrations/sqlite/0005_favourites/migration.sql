-- CreateTable
CREATE TABLE "Favourite" (
    "ownerId" TEXT NOT NULL,
    "foodId" TEXT NOT NULL,
    "portion" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownerId", "foodId"),
    CONSTRAINT "Favourite_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
