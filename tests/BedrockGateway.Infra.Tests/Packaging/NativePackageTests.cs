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

    [Theory]
    [InlineData("ada@example.com", """{"autoConfirmUser":true,"autoVerifyPhone":false,"autoVerifyEmail":true}""")]
    [InlineData("eve@evil.org", null)]
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

    // The models function streams: status and headers, eight NULs, the body.
    private static string? BodyOf(string reply) => reply.Split("\0\0\0\0\0\0\0\0") is [_, var streamed]
        ? streamed
        : JsonElement.Parse(reply).GetProperty("body").GetString();

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
