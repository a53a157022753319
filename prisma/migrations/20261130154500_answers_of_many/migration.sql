-- AlterEnum
ALTER TYPE "ImportOutcome" ADD VALUE 'version';

-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "mend" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "newVersions" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "WatchedFeed" ADD COLUMN     "mend" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "newVersions" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ImportItem" ADD COLUMN     "asVersion" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "remarks" TEXT[] DEFAULT ARRAY[]::TEXT[];
