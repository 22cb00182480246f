using Microsoft.Data.Sqlite;

namespace BedrockGateway.LocalAws.Tests.Storage;

public sealed class StateFolderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FolderOfAnotherEmulator_IsRefused_AndFreeWhenThatEnds()
    {
        using var folder = new TemporaryFolder();
        await using (await StartAsync(folder))
        {
            var refused = await Assert.ThrowsAsync<StateFolderException>(() => StartAsync(folder));

            Assert.Equal(
                $"The state in {folder.Path} is in use by another process. End that one, or name another folder.",
                refused.Message);
        }

        await using var later = await StartAsync(folder);
    }

    [Fact]
    public async Task StateOfAnotherVersion_IsRefused()
    {
        using var folder = new TemporaryFolder();
        await using (await StartAsync(folder))
        {
        }

        await using (var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder.Path, "state.db")};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 7";
            await command.ExecuteNonQueryAsync(Token);
        }

        var refused = await Assert.ThrowsAsync<StateFolderException>(() => StartAsync(folder));

        Assert.Equal(
            $"The state in {folder.Path} has version 7, and this LocalAws reads version 1. "
            + "Start with --fresh, or delete the folder, to begin without it.",
            refused.Message);
    }

    [Fact]
    public async Task StateOfAnotherRegion_IsRefused()
    {
        using var folder = new TemporaryFolder();
        await using (await StartAsync(folder))
        {
        }

        var refused = await Assert.ThrowsAsync<StateFolderException>(() => LocalAws.StartAsync(
            new() { DataFolder = folder.Path, Region = "eu-west-1" }, Token));

        Assert.Equal(
            $"The state in {folder.Path} is of account 000000000000 in us-east-1, and this LocalAws is account "
            + "000000000000 in eu-west-1. Name another folder. "
            + "Start with --fresh, or delete the folder, to begin without it.",
            refused.Message);
    }

    [Fact]
    public async Task DamagedFile_IsRefused_AndAFreshStartReplacesIt()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "state.db"), new string('x', 8192), Token);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "mine.txt"), "mine", Token);

        var refused = await Assert.ThrowsAsync<StateFolderException>(() => StartAsync(folder));
        await using var fresh = await LocalAws.StartAsync(new() { DataFolder = folder.Path, Fresh = true }, Token);

        Assert.Equal(
            $"The state in {folder.Path} is damaged (SQLite Error 26: 'file is not a database'.). "
            + "Start with --fresh, or delete the folder, to begin without it.",
            refused.Message);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(folder.Path, "mine.txt"), Token));
    }

    [Fact]
    public async Task DamagedRecord_IsRefusedByName()
    {
        using var folder = new TemporaryFolder();
        await using (await StartAsync(folder))
        {
        }

        await using (var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder.Path, "state.db")};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE state SET json = CAST('{' AS BLOB) WHERE kind = 'ssm.parameters'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Token));
        }

        var refused = await Assert.ThrowsAsync<StateFolderException>(() => StartAsync(folder));

        Assert.Equal(
            $"The state in {folder.Path} is damaged (ssm.parameters /cdk-bootstrap/hnb659fds/version). "
            + "Start with --fresh, or delete the folder, to begin without it.",
            refused.Message);
    }

    [Fact]
    public async Task FolderThatCannotBeMade_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, string.Empty, Token);

        var refused = await Assert.ThrowsAsync<StateFolderException>(
            () => LocalAws.StartAsync(new() { DataFolder = Path.Combine(file, "below") }, Token));

        Assert.StartsWith(
            $"The folder {Path.Combine(file, "below")} for the state cannot be made or written to: ",
            refused.Message,
            StringComparison.Ordinal);
    }

    private static Task<LocalAws> StartAsync(TemporaryFolder folder) =>
        LocalAws.StartAsync(new() { DataFolder = folder.Path }, Token);
}
