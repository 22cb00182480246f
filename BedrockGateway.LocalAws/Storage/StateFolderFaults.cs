using Microsoft.Data.Sqlite;

namespace BedrockGateway.LocalAws.Storage;

/// <summary>Why a folder cannot be used, in sentences that say what to do.</summary>
internal static class StateFolderFaults
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    public static StateFolderException Of(string folder, SqliteException failure) => failure.SqliteErrorCode switch
    {
        Busy or Locked => InUse(folder, failure),
        Corrupt or NotADatabase => Damaged(folder, failure.Message, failure),
        _ => new($"The state in {folder} cannot be opened: {failure.Message}", failure),
    };

    public static StateFolderException InUse(string folder, Exception failure) => new(
        $"The state in {folder} is in use by another process. End that one, or name another folder.", failure);

    public static StateFolderException Damaged(string folder, string what, Exception failure) => new(
        $"The state in {folder} is damaged ({what}). {StartAfresh}", failure);

    public static StateFolderException OtherVersion(string folder, long found, int wanted) => new(
        $"The state in {folder} has version {found}, and this LocalAws reads version {wanted}. {StartAfresh}");

    public static StateFolderException OtherOwner(string folder, string? found, string wanted) => new(
        $"The state in {folder} is of {found}, and this LocalAws is {wanted}. Name another folder. {StartAfresh}");

    public static StateFolderException NoFolder(string folder, Exception failure) => new(
        $"The folder {folder} for the state cannot be made or written to: {failure.Message}", failure);

    private const string StartAfresh = "Start with --fresh, or delete the folder, to begin without it.";
}
