using System.Diagnostics;
using System.Globalization;

namespace BedrockGateway.Aspire.Tests;

/// <summary>What becomes of the resources of an AppHost that ends; TestHost is that AppHost.</summary>
public sealed class HostEndTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HostThatIsKilled_LeavesNoProcess()
    {
        await using var application = await StartHostAsync();
        var (program, project) = await ResourcesAsync(application);
        using var host = Process.GetProcessById(await application.ProcessIdAsync("host"));

        host.Kill();

        await program.WaitForExitAsync(Token).WaitAsync(Patience, Token);
        await project.WaitForExitAsync(Token).WaitAsync(Patience, Token);
        Assert.True(program.HasExited && project.HasExited);
    }

    [Fact]
    public async Task HostThatIsTerminated_StopsItsResourcesInOrderAndPrefixesTheirLines()
    {
        await using var application = await StartHostAsync();
        var (program, project) = await ResourcesAsync(application);

        await application.StopAsync();

        Assert.True(program.HasExited && project.HasExited);
        Assert.Equal(["[project] bye", "[program] bye"], (await application.LinesAsync("host"))[^2..]);
        Assert.Equal(0, (await application.UntilAsync("host", KnownResourceStates.Finished)).ExitCode);
    }

    private static Task<TestApplication> StartHostAsync()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddAWSLambdaFunction<Projects.BedrockGateway_Aspire_TestHost>("host", "handler");
        return TestApplication.StartAsync(builder);
    }

    private static async Task<(Process Program, Process Project)> ResourcesAsync(TestApplication application)
    {
        var program = await application.LineAsync("host", "[program] pid ");
        var project = await application.LineAsync("host", "[project] pid ");
        await application.LineAsync("host", "[project] ready");
        return (Find(program), Find(project));
    }

    private static Process Find(LogLine line) =>
        Process.GetProcessById(int.Parse(line.Content.Split(' ')[^1], CultureInfo.InvariantCulture));
}
