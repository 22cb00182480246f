using System.Net;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace BedrockGateway.LocalAws.Tests.Ssm;

public sealed class GetParameterTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task UnknownName_ThrowsParameterNotFound()
    {
        using var ssm = new AmazonSimpleSystemsManagementClient(
            LocalAwsFixture.Credentials, fixture.Configure(new AmazonSimpleSystemsManagementConfig()));

        var fault = await Assert.ThrowsAsync<ParameterNotFoundException>(() => ssm.GetParameterAsync(
            new GetParameterRequest { Name = "/absent" }, TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, fault.StatusCode);
        Assert.Equal("Parameter /absent not found.", fault.Message);
    }
}
