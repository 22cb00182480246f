using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace BedrockGateway.LocalAws.Tests.Ssm;

public sealed class PutParameterTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PutParameter_CountsVersions_AndKeepsTheTypeWhenItOverwrites()
    {
        using var ssm = Client();

        var first = await ssm.PutParameterAsync(
            new PutParameterRequest { Name = "/put/a", Value = "1", Type = ParameterType.SecureString }, Token);
        var second = await ssm.PutParameterAsync(
            new PutParameterRequest { Name = "/put/a", Value = "2", Overwrite = true }, Token);
        var read = await ssm.GetParameterAsync(
            new GetParameterRequest { Name = "/put/a", WithDecryption = true }, Token);

        Assert.Equal(1, first.Version);
        Assert.Equal(2, second.Version);
        Assert.Equal("2", read.Parameter.Value);
        Assert.Equal(ParameterType.SecureString, read.Parameter.Type);
        Assert.Equal(2, read.Parameter.Version);
    }

    [Fact]
    public async Task ExistingName_IsRefusedWithoutOverwrite()
    {
        using var ssm = Client();
        var put = new PutParameterRequest { Name = "/put/b", Value = "1", Type = ParameterType.String };
        await ssm.PutParameterAsync(put, Token);

        var fault = await Assert.ThrowsAsync<ParameterAlreadyExistsException>(() => ssm.PutParameterAsync(put, Token));

        Assert.Equal(
            "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
            fault.Message);
    }

    [Fact]
    public async Task MissingType_IsRefusedForANewParameter()
    {
        using var ssm = Client();

        var fault = await Assert.ThrowsAnyAsync<AmazonSimpleSystemsManagementException>(() =>
            ssm.PutParameterAsync(new PutParameterRequest { Name = "/put/c", Value = "1" }, Token));

        Assert.Equal("ValidationException", fault.ErrorCode);
        Assert.Equal("A parameter type is required when you create a parameter.", fault.Message);
    }

    [Fact]
    public async Task GetParameters_SeparatesWhatIsNotThere()
    {
        using var ssm = Client();
        await ssm.PutParameterAsync(
            new PutParameterRequest { Name = "/put/d", Value = "1", Type = ParameterType.String }, Token);

        var read = await ssm.GetParametersAsync(new GetParametersRequest { Names = ["/put/d", "/put/absent"] }, Token);

        Assert.Equal(["/put/d"], read.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["/put/absent"], read.InvalidParameters);
    }

    [Fact]
    public async Task DeletedParameter_IsGone()
    {
        using var ssm = Client();
        await ssm.PutParameterAsync(
            new PutParameterRequest { Name = "/put/e", Value = "1", Type = ParameterType.String }, Token);

        await ssm.DeleteParameterAsync(new DeleteParameterRequest { Name = "/put/e" }, Token);

        await Assert.ThrowsAsync<ParameterNotFoundException>(() =>
            ssm.DeleteParameterAsync(new DeleteParameterRequest { Name = "/put/e" }, Token));
    }

    private AmazonSimpleSystemsManagementClient Client() =>
        new(LocalAwsFixture.Credentials, fixture.Configure(new AmazonSimpleSystemsManagementConfig()));
}
