using Amazon.Runtime.Endpoints;

namespace Compat.AwsSdk;

/// <summary>What decides a service's address, under the names that every endpoint provider knows.</summary>
internal sealed class StandardEndpointParameters : EndpointParameters
{
    public string Region
    {
        get => (string)this["Region"];
        set => this["Region"] = value;
    }

    public bool UseDualStack
    {
        get => (bool)this["UseDualStack"];
        set => this["UseDualStack"] = value;
    }

    public bool UseFips
    {
        get => (bool)this["UseFIPS"];
        set => this["UseFIPS"] = value;
    }

    public string Endpoint
    {
        get => (string)this["Endpoint"];
        set => this["Endpoint"] = value;
    }
}
