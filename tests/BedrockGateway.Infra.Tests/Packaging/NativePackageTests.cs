using System.IO.Compression;
using System.Text.Json;
using BedrockGateway.Infra.Packaging;

namespace BedrockGateway.Infra.Tests.Packaging;

/// <summary>The native package itself: what is in it, and that it runs as each of the three functions.</summary>
public sealed class NativePackageTests(NativePackage package) : IClassFixture<NativePackage>
{
    private const int MaxZippedBytes = 25 * 1024 * 1024;

    [Fact]
    public void Package_IsOneExecutable()
    {
        Assert.Equal([package.Executable], Directory.GetFileSystemEntries(package.Folder));
        Assert.True(!OperatingSystem.IsWindows()
            && File.GetUnixFileMode(package.Executable).HasFlag(UnixFileMode.OtherExecute));
    }

    [Fact]
    public void Package_IsSmallWhenZipped()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "package.zip");

        ZipFile.CreateFromDirectory(package.Folder, zip);

        Assert.InRange(new FileInfo(zip).Length, 1, MaxZippedBytes);
    }

    [Fact]
    public void Executable_RunsWithLambdasLibraryAndHasNoSymbolsAndNoIcu()
    {
        var bytes = File.ReadAllBytes(package.Executable);

        Assert.Contains("GLIBC_2.17", ElfVersionNeeds.Read(bytes));
        Glibc.Check(package.Executable);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(".debug_info"u8));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("libicu"u8));
    }

    [Theory]
    [InlineData("accounts", "Accounts", """
        {"path":"/register","httpMethod":"POST","requestContext":{"path":"/prod/register","requestId":"r"},"body":"{}"}
        """, """{"status":422,"success":false,"message":"Missing required parameters."}""")]
    [InlineData("models", "Models", """
        {"path":"/bedrock","httpMethod":"PUT","requestContext":{"path":"/prod/bedrock","requestId":"r",
        "identity":{"apiKey":"own","apiKeyId":"key0000001"},"authorizer":{"claims":
        {"sub":"s","token_use":"id","aud":"client0000000000000000001","custom:api_key":"own"}}}}
        """, """{"status":400,"success":false,"message":"Invalid method"}""")]
    public async Task Executable_AnswersAnEventOfTheGateway(string handler, string role, string request, string body)
    {
        await using var function = await RunningFunction.StartAsync(package.Executable, handler);

        var reply = await function.InvokeAsync(request);
        var start = JsonElement.Parse(await function.LineAsync("Starting as"));

        Assert.Equal(body, BodyOf(reply));
        Assert.Equal(
            (role, "native", "stand-in"),
            (Text(start, "Role"), Text(start, "LambdaPackage"), Text(start, "PackageSet")));
    }

    // Case folding and look-alikes are the runtime's, which is another one here and has no ICU.
    [Theory]
    [InlineData("ada@example.com", """{"autoConfirmUser":true,"autoVerifyPhone":false,"autoVerifyEmail":true}""")]
    [InlineData("ADA@Example.COM", """{"autoConfirmUser":true,"autoVerifyPhone":false,"autoVerifyEmail":true}""")]
    [InlineData("eve@evil.org", null)]
    [InlineData("ada@EXAMPLE.\u212aom", null)]
    [InlineData("ada@exаmple.com", null)]
    [InlineData("ada@example\u3002com", null)]
    [InlineData("ada@example.com\u200b", null)]
    [InlineData("ada@xn--exmple-4nf.com", null)]
    [InlineData("eve@evil.org@example.com", null)]
    [InlineData("ada@example.com.", null)]
    [InlineData("ada@sub.example.com", null)]
    public async Task Executable_AnswersCognitosEvent(string email, string? response)
    {
        await using var function = await RunningFunction.StartAsync(package.Executable, "pre-signup");

        var reply = JsonElement.Parse(await function.InvokeAsync($$$"""
            {"version":"1","userName":"{{{email}}}","triggerSource":"PreSignUp_SignUp",
            "request":{"userAttributes":{"email":"{{{email}}}"}},"response":{}}
            """));

        Assert.Equal(response, reply.TryGetProperty("response", out var decision) ? decision.GetRawText() : null);
        Assert.Equal(
            response is null ? "Cannot register user as email is not part of domain: example.com" : null,
            reply.TryGetProperty("errorMessage", out var message) ? message.GetString() : null);
        Assert.Equal("native", Text(JsonElement.Parse(await function.LineAsync("Starting as")), "LambdaPackage"));
    }

    [Theory]
    [InlineData("ada@example.com", "Ada@example.com", null)]
    [InlineData(
        "ada@example.com",
        "ada@evil.org",
        "Cannot log in as email is not the one that registered, or not part of domain: example.com")]
    public async Task Executable_RefusesTokensToChangedAddresses(string name, string email, string? refusal)
    {
        await using var function = await RunningFunction.StartAsync(package.Executable, "pre-signup");

        var reply = JsonElement.Parse(await function.InvokeAsync($$$"""
            {"version":"1","userName":"{{{name}}}","triggerSource":"TokenGeneration_Authentication",
            "request":{"userAttributes":{"email":"{{{email}}}"}},"response":{"claimsOverrideDetails":null}}
            """));

        Assert.Equal(refusal, reply.TryGetProperty("errorMessage", out var message) ? message.GetString() : null);
        Assert.Equal(
            refusal is null ? """{"claimsOverrideDetails":null}""" : null,
            reply.TryGetProperty("response", out var response) ? response.GetRawText() : null);
    }

    // The models function streams: status and headers, eight NULs, the body.
    private static string? BodyOf(string reply) => reply.Split("\0\0\0\0\0\0\0\0") is [_, var streamed]
        ? streamed
        : JsonElement.Parse(reply).GetProperty("body").GetString();

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
