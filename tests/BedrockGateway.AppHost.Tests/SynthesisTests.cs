using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>A first start, which has no template yet.</summary>
public sealed class SynthesisTests
{
    [LinuxFact]
    public async Task FirstStart_KeepsTheTemplateAndNothingElse()
    {
        string[] settings = [$"--STACK_NAME={Templates.FreshStackName()}"];
        var template = Templates.PathOf(settings);
        var temporary = Directory.CreateTempSubdirectory("bedrock-gateway-tmp-");
        try
        {
            await using var host = await RunningGateway.UpAsync(AppHostProcess.Start(
                ["--gateway-port=0", "--aws-port=0", .. settings], ("TMPDIR", temporary.FullName)));
            Assert.True(File.Exists(template));

            await host.Process.SignalAsync("TERM");
            Assert.Equal(0, await host.Process.UntilExitAsync());
            await host.Process.Session.UntilEmptyAsync(
                TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);

            Assert.Empty(temporary.EnumerateDirectories("bedrock-gateway-*"));
        }
        finally
        {
            File.Delete(template);
            temporary.Delete(recursive: true);
        }
    }
}
