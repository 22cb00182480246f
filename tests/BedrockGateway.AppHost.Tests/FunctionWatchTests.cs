using System.Threading.Channels;
using BedrockGateway.AppHost.Tests.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>What happens to functions when their source changes.</summary>
public sealed class FunctionWatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bedrock-gateway-watch-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [LinuxFact]
    public async Task SourceThatChanges_IsBuiltWhileTheFunctionIsStopped()
    {
        var builder = DistributedApplication.CreateBuilder(
            new DistributedApplicationOptions { DisableDashboard = true });
        var function = builder.AddExecutable("function", "sleep", _folder.FullName, "600");
        await using var application = builder.Build();
        await application.StartAsync(Token);
        var states = application.ResourceNotifications;
        await states.WaitForResourceAsync("function", "Running", Token).WaitAsync(Patience, Token);
        // A file of a folder that is new may be there before the folder is watched.
        _folder.CreateSubdirectory("Models");
        var builds = Channel.CreateUnbounded<string?>();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var watch = new FunctionWatch(
            application.ResourceCommands,
            token => builds.Writer.WriteAsync(State(), token).AsTask(),
            new HastyClock()).WatchAsync([function.Resource], [_folder.FullName], stopping.Token);

        Write("Models/New.cs");

        Assert.Equal("Finished", await builds.Reader.ReadAsync(Token).AsTask().WaitAsync(Patience, Token));
        await states.WaitForResourceAsync("function", "Running", Token).WaitAsync(Patience, Token);
        await stopping.CancelAsync();
        await watch.WaitAsync(Patience, Token);
        await application.StopAsync(Token);

        string? State() => states.TryGetCurrentState("function", out var now) ? now.Snapshot.State?.Text : null;
    }

    [Theory]
    [InlineData("Models/Chat.cs", true)]
    [InlineData("Api.csproj", true)]
    [InlineData("Properties/launchSettings.json", true)]
    [InlineData("obj/Made.cs", false)]
    [InlineData("bin/Debug/settings.json", false)]
    [InlineData("Models/Chat.cs.swp", false)]
    [InlineData("Models", false)]
    public void Source_IsWhatIsBuilt(string path, bool expected) =>
        Assert.Equal(expected, FunctionWatch.IsSource(path.Replace('/', Path.DirectorySeparatorChar)));

    [Fact]
    public void Folders_AreThoseOfAllProjects()
    {
        const string Reference = """<ProjectReference Include="../Defaults/Defaults.csproj" />""";
        Write("Api/Api.csproj", $"<Project><ItemGroup>{Reference}</ItemGroup></Project>");
        Write("Defaults/Defaults.csproj", "<Project />");

        Assert.Equal(
            [Path.Combine(_folder.FullName, "Api"), Path.Combine(_folder.FullName, "Defaults")],
            FunctionBuild.FoldersOf(Path.Combine(_folder.FullName, "Api", "Api.csproj")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string path, string text = "")
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
